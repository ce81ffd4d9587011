"""An LSTM of 32 units over 16 sequences of 25 steps of 8 values, a dense layer on its last output, SGD."""

sequences, answers = values(16, 25, 8), labels(16)


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(8, 32, batch_first=True)
        self.head = nn.Linear(32, 10)

    def forward(self, x):
        outputs, _ = self.lstm(x)
        return self.head(outputs[:, -1])


model = filled(Classifier())
loss_fn = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)


def work(steps):
    for _ in range(steps):
        loss = loss_fn(model(sequences), answers)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()
