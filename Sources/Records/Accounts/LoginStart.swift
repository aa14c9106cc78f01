/// Whether somebody may try to sign in.
public struct LoginStart: Sendable, Hashable {
    /// How many seconds there are to wait first; 0 to go on.
    public let waitSeconds: Int
    /// How many seconds there will be to wait after this attempt, when it fails; 0 for none.
    public let nextWaitSeconds: Int
}
