import Documents

extension DocumentLimits {
    /// The usual limits without a clock: while other tests compute, minutes may pass before a program's output is taken in.
    static var patient: DocumentLimits {
        var limits = DocumentLimits()
        limits.wallSeconds = 3600
        return limits
    }
}
