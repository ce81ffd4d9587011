"""`torch.utils.model_zoo`: the older address of `torch.hub`'s downloads. Start reading there; nothing else is here."""

from torch.hub import load_state_dict_from_url

load_url = load_state_dict_from_url
