"""The lesson's training loop through nn.Linear and Adam."""

inputs = torch.arange(0, 1, 0.02).unsqueeze(dim=1)
targets = 0.7 * inputs + 0.3
train_inputs, train_targets = inputs[:40].to(DEVICE), targets[:40].to(DEVICE)
test_inputs, test_targets = inputs[40:].to(DEVICE), targets[40:].to(DEVICE)

model = filled(nn.Linear(1, 1))
loss_fn = nn.L1Loss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)


def work(steps):
    for _ in range(steps):
        model.train()
        loss = loss_fn(model(train_inputs), train_targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        model.eval()
        with torch.inference_mode():
            loss_fn(model(test_inputs), test_targets)
    return loss.item()
