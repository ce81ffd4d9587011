//! What kernels are called through: pipelines compiled once per text, bind groups made once per set of buffers.

use std::{cell::RefCell, collections::HashMap, num::NonZero, rc::Rc};

use super::{buffer::GpuBuffer, gpu::Gpu, queue::BLOCK_BYTES};
use crate::webgpu::kernel::Call;

/// Bind groups kept per pipeline.
const MOST_GROUPS_KEPT: usize = 256;

/// A compiled kernel, with the bind groups it was called with.
pub(super) struct Pipeline {
    pub(super) raw: wgpu::ComputePipeline,
    layout: wgpu::BindGroupLayout,
    pub(super) groups: RefCell<HashMap<Vec<u64>, wgpu::BindGroup>>,
}

impl Gpu {
    /// The kernel compiled, once.
    pub(super) fn pipeline(&self, call: &Call) -> Rc<Pipeline> {
        if let Some(pipeline) = self.queue.pipelines.borrow().get(&call.wgsl) {
            return pipeline.clone();
        }
        let module = self.device.create_shader_module(wgpu::ShaderModuleDescriptor {
            label: None,
            source: wgpu::ShaderSource::Wgsl(call.wgsl.as_str().into()),
        });
        let layout = self.group_layout(call);
        let pipeline_layout = self.device.create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
            label: None,
            bind_group_layouts: &[Some(&layout)],
            ..Default::default()
        });
        let raw = self.device.create_compute_pipeline(&wgpu::ComputePipelineDescriptor {
            label: None,
            layout: Some(&pipeline_layout),
            module: &module,
            entry_point: Some("main"),
            compilation_options: Default::default(),
            cache: None,
        });
        let pipeline = Rc::new(Pipeline { raw, layout, groups: Default::default() });
        self.queue.pipelines.borrow_mut().insert(call.wgsl.clone(), pipeline.clone());
        self.count(|stats| stats.pipelines_compiled += 1);
        pipeline
    }

    fn group_layout(&self, call: &Call) -> wgpu::BindGroupLayout {
        let entry = |binding, ty, has_dynamic_offset| wgpu::BindGroupLayoutEntry {
            binding,
            visibility: wgpu::ShaderStages::COMPUTE,
            ty: wgpu::BindingType::Buffer { ty, has_dynamic_offset, min_binding_size: None },
            count: None,
        };
        let storage = |(at, (_, written)): (u32, &(&GpuBuffer, bool))| {
            entry(at, wgpu::BufferBindingType::Storage { read_only: !written }, false)
        };
        let mut entries: Vec<wgpu::BindGroupLayoutEntry> = (0..).zip(call.buffers).map(storage).collect();
        if !call.numbers.is_empty() {
            entries.push(entry(call.buffers.len() as u32, wgpu::BufferBindingType::Uniform, true));
        }
        self.device
            .create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor { label: None, entries: &entries })
    }

    /// A bind group for these buffers. Pooled buffers come back in the same roles step after step, so it is kept.
    pub(super) fn group(&self, pipeline: &Pipeline, call: &Call) -> wgpu::BindGroup {
        let key: Vec<u64> = call.buffers.iter().map(|(buffer, _)| buffer.id).collect();
        let mut known = pipeline.groups.borrow_mut();
        if known.len() > MOST_GROUPS_KEPT {
            known.clear();
        }
        known.entry(key).or_insert_with(|| self.bind(&pipeline.layout, call)).clone()
    }

    fn bind(&self, layout: &wgpu::BindGroupLayout, call: &Call) -> wgpu::BindGroup {
        let mut entries: Vec<wgpu::BindGroupEntry> = Vec::with_capacity(call.buffers.len() + 1);
        for (binding, (buffer, _)) in (0..).zip(call.buffers) {
            entries.push(wgpu::BindGroupEntry { binding, resource: buffer.raw.as_entire_binding() });
        }
        if !call.numbers.is_empty() {
            let size = NonZero::new(BLOCK_BYTES as u64);
            let block = wgpu::BufferBinding { buffer: &self.queue.numbers, offset: 0, size };
            let binding = call.buffers.len() as u32;
            entries.push(wgpu::BindGroupEntry { binding, resource: wgpu::BindingResource::Buffer(block) });
        }
        self.device.create_bind_group(&wgpu::BindGroupDescriptor { label: None, layout, entries: &entries })
    }
}
