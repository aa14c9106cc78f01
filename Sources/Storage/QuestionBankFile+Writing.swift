import Foundation
import Interview
import SystemPackage

extension QuestionBankFile {
    /// Writes questions of an import into files of one's own: new ones at the end of the file at `path`, which is made with
    /// the folders above it when it is not there, the others where those that they replace are.
    ///
    /// Each file is replaced in one step, after all of them were brought to the disk; comments stay.
    ///
    /// - Returns: The paths of the files that were written.
    /// - Throws: `QuestionBankFileError` when a file that is there is no question file, `StorageError` when one cannot be
    ///   written.
    @discardableResult
    public static func write(
        _ questions: QuestionImport, own: [PlacedQuestion], to path: String
    ) throws -> [String] {
        let target = try resolved(path)
        let places = Dictionary(try own.map { ($0.question.id, try resolved($0.path)) }) { first, _ in first }
        var added: [String: [Question]] = [:]
        var replacing: [String: [Question]] = [:]
        for question in questions.added { added[target, default: []].append(question.question) }
        for question in questions.replacing {
            replacing[places[question.question.id] ?? target, default: []].append(question.question)
        }
        var contents: [(path: String, data: Data)] = []
        for path in Set(added.keys).union(replacing.keys).sorted() {
            try checkIsFile(path)
            let text = try QuestionFileEdit(path: path)
                .text(adding: added[path] ?? [], replacing: replacing[path] ?? [])
            guard text.utf8.count <= limitBytes else {
                throw StorageError.writeFailed(
                    path: path,
                    reason:
                        "it would have \(text.utf8.count) bytes, more than the \(limitBytes) of a question file"
                )
            }
            contents.append((path, Data(text.utf8)))
        }
        for (path, _) in contents { try makeFolder(above: path) }
        try write(contents)
        return contents.map(\.path)
    }

    /// Writes a text to a file in one step.
    ///
    /// - Throws: `StorageError.writeFailed`, also when there is something that is no file at `path`.
    public static func write(_ text: String, to path: String) throws(StorageError) {
        let path = try resolved(path)
        try checkIsFile(path)
        try write([(path, Data(text.utf8))])
    }

    private static func write(_ contents: [(path: String, data: Data)]) throws(StorageError) {
        do throws(StorageError) {
            for (path, data) in contents {
                try DurableFile.stage(data, for: path, permissions: permissions(of: path))
            }
        } catch {
            for (path, _) in contents { DurableFile.unstage(path) }
            throw error
        }
        for (path, _) in contents { try DurableFile.settle(path) }
    }

    /// Those that a file has, or what files of people usually have.
    private static func permissions(of path: String) -> FilePermissions {
        let known = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        let usual: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]
        return known.map { FilePermissions(rawValue: CModeT($0.uint16Value) & 0o777) } ?? usual
    }

    static func makeFolder(above path: String) throws(StorageError) {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .writeFailed(
                path: path, reason: "its folder cannot be made (\(StorageError.reason(error)))")
        }
    }

    /// A device, a pipe or a folder must not be replaced by a file.
    private static func checkIsFile(_ path: String) throws(StorageError) {
        guard let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType,
            type != .typeRegular
        else { return }
        throw .writeFailed(path: path, reason: "it is there and is not a file")
    }

    /// The path with links followed, so that a link is not replaced by what it leads to; also one to a file that is not
    /// there yet.
    static func resolved(_ path: String) throws(StorageError) -> String {
        var place = URL(filePath: path).resolvingSymlinksInPath()
        var links = 0
        while let next = try? FileManager.default.destinationOfSymbolicLink(atPath: place.path) {
            links += 1
            guard links <= mostLinks else {
                throw .writeFailed(path: path, reason: "it is a link that leads only to other links")
            }
            place = URL(filePath: next, relativeTo: place.deletingLastPathComponent()).absoluteURL
                .resolvingSymlinksInPath()
        }
        return place.path
    }

    /// The most links that are followed, as in Linux.
    private static let mostLinks = 40
}
