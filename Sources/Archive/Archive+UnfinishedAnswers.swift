import FoundationEssentials
public import Storage

extension Archive {
    /// The ids of interviews of which an answer is being recorded, or was when a program ended.
    ///
    /// - Throws: `StorageError.readFailed`.
    public func unfinishedAnswers() throws(StorageError) -> [String] {
        guard FileManager.default.fileExists(atPath: workRoot) else { return [] }
        return try Self.names(in: workRoot).compactMap { name in
            let answers = (try? Self.names(in: "\(workRoot)/\(name)/answers")) ?? []
            return answers.contains { $0.hasSuffix(".part") } ? WorkName.id(of: name) : nil
        }
    }

    private static func names(in folder: String) throws(StorageError) -> [String] {
        do { return try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch {
            throw .readFailed(path: folder, reason: StorageError.systemReason(error))
        }
    }
}
