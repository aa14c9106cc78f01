/// What may carry speech, texts and a key over the network.
public enum ServiceCarriage: Sendable, Hashable {
    /// `https`, and plain `http` to this machine itself.
    case encrypted
    /// Plain `http` to any host too: for a network that is trusted.
    case plainAllowed
}
