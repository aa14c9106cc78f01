import TestSupport

/// A copy of a made dictionary that lacks a file.
struct TestCopy {
    let folder: TestFolder

    init(of made: WordNetFolder, without name: String) throws {
        folder = try TestFolder()
        for other in made.folder.names() where other != name {
            try folder.write(try made.folder.bytes(other), to: other)
        }
    }

    var path: String { folder.path }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededBytes {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
