import Language
import Meaning
import TestSupport
import Testing

@Suite struct WordNetDamageTests {
    private let made: WordNetFolder

    init() throws { made = try WordNetFolder.small() }

    private static let names =
        ["noun", "verb", "adj", "adv"].flatMap { ["index.\($0)", "data.\($0)", "\($0).exc"] }

    /// Asks for words of every sort; nothing but the end of the process would be a failure.
    private func ask(_ wordNet: WordNet) {
        for word in [
            "began", "start", "dogs", "poodle", "queries", "left", "quickly", "zzz", "aaa", "decision",
        ] {
            _ = wordNet.entry(of: word)
        }
    }

    @Test(arguments: names) func aMissingFileIsNamed(name: String) throws {
        let other = try TestCopy(of: made, without: name)
        #expect {
            _ = try WordNet.installed(in: other.path)
        } throws: { error in
            guard case .unreadable(let path, _)? = error as? WordNetError else { return false }
            return path.hasSuffix("/\(name)") && "\(error)".contains("wordnet-base")
        }
    }

    @Test(arguments: names) func anEmptyFileAndOneCutInALineAreDamaged(name: String) throws {
        let whole = try made.folder.bytes(name)
        for bytes in [[], Array(whole.dropLast(1)), Array(whole.prefix(whole.count / 2)) + [65]] {
            try made.folder.write(bytes, to: name)
            #expect {
                _ = try WordNet(folder: made.path)
            } throws: { error in
                guard case .damaged(let path, _)? = error as? WordNetError else { return false }
                return path.hasSuffix("/\(name)")
            }
        }
    }

    @Test func aFolderInPlaceOfAFileIsRefused() throws {
        let other = try TestCopy(of: made, without: "data.verb")
        try other.folder.folder("data.verb")
        #expect(throws: WordNetError.unreadable(path: other.path + "/data.verb", reason: "it is not a file"))
        {
            _ = try WordNet(folder: other.path)
        }
    }

    @Test func aMeaningWhoseLineIsDamagedIsLeftOut() throws {
        let text = try made.folder.text("data.noun")
        for (good, bad) in [
            ("01 decision", "zz decision"), ("01 decision", "ff decision"),
            ("decision 0 001", "decision 0 999"),
            ("0101 |", "01 |"), ("0101 |", "xx01 |"), ("decision 0", "precision 0"),
            (" n 01 decision", "\n n 01 decision"),
        ] {
            let changed = text.replacing(good, with: bad)
            #expect(changed != text)
            try made.folder.write(changed, to: "data.noun")
            let wordNet = try WordNet(folder: made.path)
            #expect(wordNet.entry(of: "decision") == nil, "\(bad)")
            #expect(wordNet.relation("start", "begin") == .synonym)
        }
    }

    @Test(arguments: [
        "decision n 9 2 @ + 9 0 00000044  \n", "decision n x\n", "decision\n", "decision n 1 999 @\n",
        "decision n 1 2 @ + 1 0 99999999  \n", "decision n 1 2 @ + 1 0 123456789012345678901234567890  \n",
        "decision n 99999999 2 @ + 1 0 00000044  \n", "decision n -1 2 @ + 1 0 00000044  \n",
    ])
    func anIndexLineThatIsDamagedLeadsNowhere(line: String) throws {
        try made.folder.write("  1 licence\n" + line, to: "index.noun")
        let wordNet = try WordNet(folder: made.path)
        #expect(wordNet.entry(of: "decision") == nil)
        ask(wordNet)
    }

    @Test func aMeaningLongerThanUsualIsReadWhole() throws {
        let words = ["pupil"] + (0..<200).map { "learner\($0)" }
        let long = try WordNetFolder([.init(part: "n", words: words), .init(part: "n", words: ["desk"])])
        let wordNet = try WordNet(folder: long.path)
        #expect(wordNet.relation("pupil", "learner199") == .synonym)
        #expect(wordNet.relation("pupil", "desk") == nil)
    }

    /// What is read first may end inside any field, also in one of which a part looks whole.
    @Test func aMeaningOfAnyLengthIsReadWhole() throws {
        for length in 440...500 {
            let filler = String(repeating: "x", count: length)
            let made = try WordNetFolder([
                .init(part: "v", words: ["decide", filler], pointers: [("+", 1, (1, 1))]),
                .init(part: "n", words: ["decision"]),
            ])
            #expect(try WordNet(folder: made.path).relation("decide", "decision") == .derived, "\(length)")
        }
    }

    @Test func noBytesEndTheProcess() throws {
        var random = SeededBytes(state: 7)
        for name in Self.names {
            let whole = try made.folder.bytes(name)
            for _ in 0..<40 {
                var bytes = whole
                for _ in 0..<1 + Int(random.next() % 8) {
                    bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
                }
                bytes[bytes.count - 1] = 10
                try made.folder.write(bytes, to: name)
                ask(try WordNet(folder: made.path))
            }
            for bytes in [
                [UInt8](repeating: 65, count: 1 << 18) + [10], [10], [32, 10],
                [UInt8](repeating: 10, count: 99),
            ] {
                try made.folder.write(bytes, to: name)
                ask(try WordNet(folder: made.path))
            }
            try made.folder.write(whole, to: name)
        }
        #expect(try WordNet(folder: made.path).relation("start", "begin") == .synonym)
    }

    @Test func aFileCutShortWhileItIsUsedLosesWordsOnly() throws {
        let wordNet = try WordNet(folder: made.path)
        try made.folder.write("x\n", to: "data.noun")
        for word in ["dog", "pet", "box"] { _ = wordNet.entry(of: word) }
        #expect(wordNet.relation("start", "begin") == .synonym)
    }
}
