"""Examples of data sets, samplers and loaders: `torch.utils.data`. Start reading at `DataLoader`."""

ENTRIES = r"""

DataLoader: batches of batch_size examples of a data set
(…) an example → (batch_size, …)
>>> dataset = TensorDataset(torch.arange(6.0), torch.arange(6))
>>> for x, y in DataLoader(dataset, batch_size=4):
...     print(x, y)
tensor([0., 1., 2., 3.]) tensor([0, 1, 2, 3])
tensor([4., 5.]) tensor([4, 5])

Dataset: what has a length and an example for each index
>>> class Squares(Dataset):
...     def __len__(self): return 4
...     def __getitem__(self, index): return index, index ** 2
>>> len(Squares()), Squares()[3]
(4, (3, 9))

IterableDataset: what gives its examples one after another, with no index
>>> class Evens(IterableDataset):
...     def __iter__(self): return iter(range(0, 6, 2))
>>> list(DataLoader(Evens(), batch_size=2))
[tensor([0, 2]), tensor([4])]

TensorDataset: example i is (x[i], y[i], …)
(N, *), (N, *), … → N examples (*), (*), …
>>> dataset = TensorDataset(torch.tensor([[1.0], [2.0]]), torch.tensor([0, 1]))
>>> len(dataset), dataset[1]
(2, (tensor([2.]), tensor(1)))

StackDataset: example i is (a[i], b[i], …), or a dict of them
>>> StackDataset(x=[1, 2, 3], y=["a", "b", "c"])[1]
{'x': 2, 'y': 'b'}

ConcatDataset: the examples of one data set after those of another
>>> both = ConcatDataset([[1, 2, 3], [10, 20]])
>>> len(both), both[3]
(5, 10)

ChainDataset: the examples of one iterable data set after those of another
>>> class Numbers(IterableDataset):
...     def __iter__(self): return iter([1, 2])
>>> list(ChainDataset([Numbers(), Numbers()]))
[1, 2, 1, 2]

Subset: example i is dataset[indices[i]]
>>> part = Subset(["a", "b", "c", "d"], [3, 1])
>>> len(part), part[0]
(2, 'd')

random_split: a data set divided by chance into parts of these lengths, or these fractions
>>> train, test = random_split(range(10), [0.8, 0.2])
>>> len(train), len(test)
(8, 2)

Sampler: what says which indices come in which order
>>> class Backwards(Sampler):
...     def __iter__(self): return iter([2, 1, 0])
>>> list(DataLoader(["a", "b", "c"], sampler=Backwards()))
[['c'], ['b'], ['a']]

SequentialSampler: 0, 1, 2, …
>>> list(SequentialSampler(["a", "b", "c"]))
[0, 1, 2]

RandomSampler: all indices in a drawn order
>>> sorted(RandomSampler(["a", "b", "c"]))
[0, 1, 2]

SubsetRandomSampler: the given indices in a drawn order
>>> sorted(SubsetRandomSampler([1, 5, 7]))
[1, 5, 7]

WeightedRandomSampler: num_samples indices, i drawn with probability weights[i] / Σ weights
>>> list(WeightedRandomSampler([0.0, 1.0], num_samples=4))
[1, 1, 1, 1]

BatchSampler: another sampler's indices, batch_size at a time
>>> list(BatchSampler(SequentialSampler(range(5)), batch_size=2, drop_last=False))
[[0, 1], [2, 3], [4]]

distributed.DistributedSampler: every num_replicas-th index, from rank on
>>> list(torch.utils.data.distributed.DistributedSampler(range(6), num_replicas=2, rank=1, shuffle=False))
[1, 3, 5]

default_collate: a list of examples becomes a batch: tensors stacked, numbers made tensors
n examples (…) → (n, …)
>>> default_collate([(1, 2.0), (3, 4.0)])
[tensor([1, 3]), tensor([2., 4.], dtype=torch.float64)]

default_convert: arrays and numbers of numpy become tensors, all else stays
>>> default_convert(np.array([1, 2]))
tensor([1, 2])

get_worker_info: what a loader's worker knows of itself; None in the main program
>>> print(get_worker_info())
None
"""
