import Testing

@testable import Inference

@Suite struct KernelsTests {
    /// The library that Debian 12 has does not know processors of 2023, and takes kernels without wide registers for them.
    @Test func wideRegistersAreUsedWhereTheyAre() {
        #expect(Processors.areSet)
        guard Kernels.widest != nil else { return }
        #expect(!["Prescott", "Core2", "Nehalem", "Barcelona"].contains(Kernels.inUse), "\(Kernels.inUse)")
    }
}
