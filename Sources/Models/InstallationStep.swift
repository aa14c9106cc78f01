/// How far an installation has come.
public enum InstallationStep: Sendable, Hashable {
    /// The weights are being fetched: how many bytes are there, and of how many, when that is known.
    case fetching(bytes: Int, ofBytes: Int?)
    /// The sum of what was fetched or given is being counted.
    case checking
    /// The archive is being unpacked.
    case unpacking
    /// The weights are being converted: the share that is done, 0...1.
    case converting(Double)
    /// The sums of the converted files are being counted.
    case finishing
}
