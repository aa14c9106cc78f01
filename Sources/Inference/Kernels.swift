import COpenBLAS

#if canImport(Glibc)
    import Glibc
#endif

/// Which of its kernels OpenBLAS multiplies with.
///
/// It chooses them by the number of the processor's model when it is loaded, and up to version 0.3.24 takes those of the
/// year 2004 for Intel's of 2023 and later (github.com/OpenMathLib/OpenBLAS/issues/4267): a quarter of the speed.
enum Kernels {
    /// Those that use registers of 256 bits or more.
    private static let wide: Set<String> = [
        "Haswell", "Zen", "Excavator", "SkylakeX", "Cooperlake", "SapphireRapids",
    ]

    /// What the user says they are to be is kept.
    private static let variable = "OPENBLAS_CORETYPE"

    /// The kernels in use, as OpenBLAS names them.
    static var inUse: String { openblas_get_corename().map { String(cString: $0) } ?? "" }

    /// Those for the widest registers that the processor has; nil when it has no wide ones.
    static var widest: String? { viva_widest_kernels().map { String(cString: $0) } }

    /// Chooses those for the registers that the processor has, where OpenBLAS did not; once, before the first product.
    static func chooseWidest() {
        guard getenv(variable) == nil, !wide.contains(inUse), let widest else { return }
        // It stays set, for the processes that are started from here.
        guard setenv(variable, widest, 0) == 0 else { return }
        viva_choose_kernels_again()
    }
}
