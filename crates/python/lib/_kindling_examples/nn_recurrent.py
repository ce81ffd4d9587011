"""Examples of recurrent layers, attention and transformers: `torch.nn`. Start reading at `RNN`."""

ENTRIES = r"""

RNN: hₜ = tanh(W_ih xₜ + b_ih + W_hh hₜ₋₁ + b_hh)
(L, N, input_size), first N with batch_first → (L, N, hidden_size), (num_layers, N, hidden_size)
>>> rnn = nn.RNN(input_size=3, hidden_size=5, batch_first=True)
>>> output, h = rnn(torch.ones(2, 7, 3))
>>> output.shape, h.shape
(torch.Size([2, 7, 5]), torch.Size([1, 2, 5]))

RNNBase: what RNN, LSTM and GRU have in common
(L, N, input_size) → (L, N, hidden_size)
>>> isinstance(nn.LSTM(3, 5), nn.RNNBase)
True

LSTM: cₜ = f · cₜ₋₁ + i · g, hₜ = o · tanh(cₜ); i, f, o = σ(W x + U h + b), g = tanh(W x + U h + b)
(L, N, input_size), first N with batch_first → (L, N, hidden_size), ((num_layers, N, hidden_size), the same for c)
>>> lstm = nn.LSTM(input_size=3, hidden_size=5, batch_first=True)
>>> output, (h, c) = lstm(torch.ones(2, 7, 3))
>>> output.shape, h.shape, c.shape
(torch.Size([2, 7, 5]), torch.Size([1, 2, 5]), torch.Size([1, 2, 5]))

GRU: hₜ = (1 − z) · n + z · hₜ₋₁; r, z = σ(W x + U h + b), n = tanh(W x + b + r · (U h + b))
(L, N, input_size), first N with batch_first → (L, N, hidden_size), (num_layers, N, hidden_size)
>>> gru = nn.GRU(input_size=3, hidden_size=5, num_layers=2)
>>> output, h = gru(torch.ones(7, 2, 3))
>>> output.shape, h.shape
(torch.Size([7, 2, 5]), torch.Size([2, 2, 5]))

RNNCell: h' = tanh(W_ih x + b_ih + W_hh h + b_hh)
(N, input_size), (N, hidden_size) → (N, hidden_size)
>>> cell = nn.RNNCell(3, 5)
>>> cell(torch.ones(2, 3), torch.zeros(2, 5)).shape
torch.Size([2, 5])

RNNCellBase: what RNNCell, LSTMCell and GRUCell have in common
(N, input_size), (N, hidden_size) → (N, hidden_size)
>>> isinstance(nn.GRUCell(3, 5), nn.RNNCellBase)
True

LSTMCell: c' = f · c + i · g, h' = o · tanh(c')
(N, input_size), ((N, hidden_size), (N, hidden_size)) → ((N, hidden_size), (N, hidden_size))
>>> cell = nn.LSTMCell(3, 5)
>>> h, c = cell(torch.ones(2, 3))
>>> h.shape, c.shape
(torch.Size([2, 5]), torch.Size([2, 5]))

GRUCell: h' = (1 − z) · n + z · h
(N, input_size), (N, hidden_size) → (N, hidden_size)
>>> cell = nn.GRUCell(3, 5)
>>> cell(torch.ones(2, 3), torch.zeros(2, 5)).shape
torch.Size([2, 5])

MultiheadAttention: y = (all heads side by side) Wᵀ, each head = softmax(Q Kᵀ / √d) V
(L, N, E), (S, N, E), (S, N, E), first N with batch_first → (L, N, E), weights (N, L, S)
>>> attention = nn.MultiheadAttention(embed_dim=8, num_heads=2, batch_first=True)
>>> x = torch.ones(1, 5, 8)
>>> y, weights = attention(x, x, x)
>>> y.shape, weights.shape
(torch.Size([1, 5, 8]), torch.Size([1, 5, 5]))

Transformer: y = decoder(target, encoder(source))
(S, N, E), (T, N, E), first N with batch_first → (T, N, E)
>>> net = nn.Transformer(d_model=8, nhead=2, num_encoder_layers=1, num_decoder_layers=1, batch_first=True)
>>> net(torch.ones(1, 5, 8), torch.ones(1, 3, 8)).shape
torch.Size([1, 3, 8])

TransformerEncoderLayer: y = norm(z + feedforward(z)), z = norm(x + attention(x, x, x))
(S, N, d_model), first N with batch_first → the same
>>> layer = nn.TransformerEncoderLayer(d_model=8, nhead=2, batch_first=True)
>>> layer(torch.ones(1, 5, 8)).shape
torch.Size([1, 5, 8])

TransformerEncoder: y = layerₙ(… layer₁(x))
(S, N, d_model), first N with batch_first → the same
>>> layer = nn.TransformerEncoderLayer(d_model=8, nhead=2, batch_first=True)
>>> encoder = nn.TransformerEncoder(layer, num_layers=2)
>>> encoder(torch.ones(1, 5, 8)).shape
torch.Size([1, 5, 8])

TransformerDecoderLayer: attention of the target to itself, then to the memory, then feedforward, each added and normed
(T, N, d_model), memory (S, N, d_model) → (T, N, d_model)
>>> layer = nn.TransformerDecoderLayer(d_model=8, nhead=2, batch_first=True)
>>> layer(torch.ones(1, 3, 8), torch.ones(1, 5, 8)).shape
torch.Size([1, 3, 8])

TransformerDecoder: y = layerₙ(… layer₁(target, memory), memory)
(T, N, d_model), memory (S, N, d_model) → (T, N, d_model)
>>> layer = nn.TransformerDecoderLayer(d_model=8, nhead=2, batch_first=True)
>>> decoder = nn.TransformerDecoder(layer, num_layers=2)
>>> decoder(torch.ones(1, 3, 8), torch.ones(1, 5, 8)).shape
torch.Size([1, 3, 8])
"""
