"""`torch.profiler`: how long blocks of a program and calls of modules take.

What it is not: a look into the operators, which have no clocks here; tables list what `record_function` names, and modules
with forward passes (`nn.Linear`). Start reading at `profile`.
"""

import json
import time
from enum import Enum

from torch.autograd.profiler import EventList, Recorder, record_function

ProfilerActivity = Enum("ProfilerActivity", ["CPU", "CUDA", "XPU", "MTIA", "HPU", "PrivateUse1"])
ProfilerAction = Enum("ProfilerAction", ["NONE", "WARMUP", "RECORD", "RECORD_AND_SAVE"], start=0)


def supported_activities():
    return {ProfilerActivity.CPU}


def schedule(*, wait, warmup, active, repeat=0, skip_first=0, skip_first_wait=0):
    """Which steps are recorded: after `wait` and `warmup` steps `active` ones, again and again or `repeat` times."""
    cycle = wait + warmup + active

    def action(step):
        assert step >= 0
        if step < skip_first:
            return ProfilerAction.NONE
        step -= skip_first
        if skip_first_wait and step < warmup + active:
            step += wait
        if repeat and step // cycle >= repeat:
            return ProfilerAction.NONE
        place = step % cycle
        if place < wait:
            return ProfilerAction.NONE
        if place < wait + warmup:
            return ProfilerAction.WARMUP
        return ProfilerAction.RECORD if place < cycle - 1 else ProfilerAction.RECORD_AND_SAVE

    return action


def tensorboard_trace_handler(dir_name, worker_name=None, use_gzip=False):
    """A function for `on_trace_ready` that writes each trace into a folder."""
    import os

    if use_gzip:
        raise NotImplementedError("tensorboard_trace_handler: use_gzip=True is not built into this torch")

    def handle(profiler):
        os.makedirs(dir_name, exist_ok=True)
        name = f"{worker_name or 'worker'}.{time.time_ns()}.pt.trace.json"
        profiler.export_chrome_trace(os.path.join(dir_name, name))

    return handle


class profile:
    """Records what runs inside a with statement, or the steps that a schedule names."""

    def __init__(self, *, activities=None, schedule=None, on_trace_ready=None, record_shapes=False, profile_memory=False,
                 with_stack=False, with_flops=False, with_modules=False, experimental_config=None,
                 execution_trace_observer=None, acc_events=False, use_cuda=None, custom_trace_id_callback=None):
        self.schedule = schedule or (lambda step: ProfilerAction.RECORD)
        self.on_trace_ready = on_trace_ready
        self.step_num = 0
        self.current_action = self.schedule(0)
        self._recorder = Recorder()
        self._metadata = {}

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *raised):
        self.stop()

    def start(self):
        """Begins with the first step."""
        self._begin()

    def _is_recording(self):
        return self.current_action in (ProfilerAction.RECORD, ProfilerAction.RECORD_AND_SAVE)

    def _begin(self):
        if self._is_recording() and not self._recorder.is_on:
            self._recorder = Recorder()
            self._recorder.start()

    def stop(self):
        """Ends, and hands over what was recorded."""
        if self._recorder.is_on:
            self._hand_over()

    def _hand_over(self):
        self._recorder.stop()
        if self.on_trace_ready is not None:
            self.on_trace_ready(self)

    def step(self):
        """Says that a step of the program is over."""
        before = self.current_action
        self.step_num += 1
        self.current_action = self.schedule(self.step_num)
        if self._recorder.is_on and (before is ProfilerAction.RECORD_AND_SAVE or not self._is_recording()):
            self._hand_over()
        self._begin()

    def events(self):
        """Everything recorded, in order."""
        return EventList(self._recorder.events)

    def key_averages(self, group_by_input_shape=False, group_by_stack_n=0, group_by_overload_name=False):
        """What was recorded, by name."""
        return self.events().key_averages()

    def add_metadata_json(self, key, value):
        self._metadata[key] = json.loads(value)

    def export_chrome_trace(self, path):
        """Writes the events as browsers' tracing pages read them."""
        traced = [
            {"ph": "X", "cat": "cpu_op", "name": event.key, "pid": 0, "tid": 0, "ts": event.start, "dur": event.duration}
            for event in self._recorder.events
        ]
        with open(path, "w") as file:
            json.dump({"traceEvents": traced, **self._metadata}, file)


__all__ = ["ProfilerAction", "ProfilerActivity", "profile", "record_function", "schedule", "tensorboard_trace_handler"]
