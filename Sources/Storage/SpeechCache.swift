import FoundationEssentials
public import Speech
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Where spoken texts are kept, so that a question is synthesised once for each voice.
///
/// An entry is a WAV file and a note of what it says and how; the note decides whether an entry is the one
/// looked for, so two texts whose names collide are never mixed up. The folder is the user's alone, as that of the sessions
/// is: which questions somebody practised is nobody else's business.
public struct SpeechCache: Sendable {
    /// What an entry says and how.
    public struct Note: Sendable, Hashable, Codable {
        /// The text as given.
        public var text: String
        /// The voice, rate, pitch and markup.
        public var style: SpeakingStyle
        /// The engine with its version: another version speaks differently.
        public var engine: String
        /// When each word is spoken.
        public var words: [SynthesizedSpeech.SpokenWord]
        /// The size of the WAV file, which tells a damaged entry from a whole one.
        public var bytes: Int
    }

    /// The folder of the entries.
    public let directory: String

    /// The entries in `directory`, which need not exist yet.
    public init(directory: String) { self.directory = directory }

    /// The path of the WAV file for a text, whether it is there or not.
    public func recording(of text: String, style: SpeakingStyle, engine: String) -> String {
        "\(directory)/\(name(text: text, style: style, engine: engine)).wav"
    }

    /// The entry for a text, or `nil` when there is none that is whole.
    public func note(for text: String, style: SpeakingStyle, engine: String) -> Note? {
        let recording = recording(of: text, style: style, engine: engine)
        guard
            let data = try? Data(contentsOf: URL(filePath: recording + ".json")),
            let note = try? JSONDecoder().decode(Note.self, from: data),
            note.text == text, note.style == style, note.engine == engine,
            let size = try? FileManager.default.attributesOfItem(atPath: recording)[.size] as? UInt64,
            size == UInt64(note.bytes)
        else { return nil }
        return note
    }

    /// Keeps the note of an entry whose WAV file was just written, and both from others.
    ///
    /// - Throws: `StorageError.writeFailed`.
    @discardableResult
    public func keep(
        _ speech: SynthesizedSpeech, text: String, style: SpeakingStyle, engine: String
    ) throws(StorageError) -> Note {
        let recording = recording(of: text, style: style, engine: engine)
        try Self.restrict(recording, to: Self.ownFile)
        do {
            let size = try FileManager.default.attributesOfItem(atPath: recording)[.size] as? UInt64 ?? 0
            let note = Note(
                text: text, style: style, engine: engine, words: speech.words, bytes: Int(size))
            try DurableFile.write(JSONEncoder().encode(note), to: recording + ".json")
            return note
        } catch let error as StorageError {
            throw error
        } catch {
            throw .writeFailed(path: recording + ".json", reason: StorageError.reason(error))
        }
    }

    /// Makes the folder of the entries, and keeps others out of one that an older version left open to them.
    ///
    /// - Throws: `StorageError.writeFailed`.
    public func prepare() throws(StorageError) {
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            guard Self.permissions(of: directory) != Self.ownFolder else { return }
            for name in try FileManager.default.contentsOfDirectory(atPath: directory) {
                let file = directory + "/" + name
                let type =
                    try? FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
                if type == .typeRegular { try Self.restrict(file, to: Self.ownFile) }
            }
            // Last, so that what was broken off is done again.
            try Self.restrict(directory, to: Self.ownFolder)
        } catch let error as StorageError {
            throw error
        } catch {
            throw .writeFailed(path: directory, reason: StorageError.reason(error))
        }
    }

    /// Removes all entries; what is spoken again is made anew.
    ///
    /// - Returns: How many files were removed.
    /// - Throws: `StorageError.writeFailed`.
    @discardableResult
    public func removeAll() throws(StorageError) -> Int {
        guard FileManager.default.fileExists(atPath: directory) else { return 0 }
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: directory)
            for name in names { try FileManager.default.removeItem(atPath: directory + "/" + name) }
            return names.count
        } catch {
            throw .writeFailed(path: directory, reason: StorageError.reason(error))
        }
    }

    private static let ownFolder: mode_t = 0o700
    private static let ownFile: mode_t = 0o600

    /// The permissions of what a path leads to; `nil` where nothing is there.
    private static func permissions(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }

    /// Leaves a file or folder to its owner alone. One that another program took away meanwhile, or that belongs to another
    /// user, is none of ours.
    private static func restrict(_ path: String, to mode: mode_t) throws(StorageError) {
        guard permissions(of: path).map({ $0 != mode }) ?? false, chmod(path, mode) != 0 else { return }
        let code = Errno(rawValue: errno)
        if code != .noSuchFileOrDirectory, code != .notPermitted {
            throw .writeFailed(path: path, reason: StorageError.reason(code))
        }
    }

    /// A short name from the whole request: FNV-1a of 64 bits (Fowler, Noll, Vo; RFC 9923), which is the same in
    /// every run, unlike Swift's own hashes.
    private func name(text: String, style: SpeakingStyle, engine: String) -> String {
        let request =
            "\(engine)\u{0}\(style.voice)\u{0}\(style.rateWordsPerMinute)\u{0}\(style.pitch)\u{0}"
            + "\(style.markup.rawValue)\u{0}\(text)"
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in request.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
