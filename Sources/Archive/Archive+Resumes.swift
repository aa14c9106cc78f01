public import Interview
import Recordings
public import Records

extension Archive {
    /// Keeps a resume with its file.
    ///
    /// - Parameter content: the bytes of the file.
    /// - Throws: `ArchiveError`; nothing is kept then.
    @discardableResult
    public func keep(_ resume: Resume, content: [UInt8]) async throws(ArchiveError) -> KeptRecord<Resume> {
        do {
            return try await add(content) { try await records.keep(resume, file: $0) }
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Keeps the file of a resume that is there, where it never was kept, is gone or is damaged.
    ///
    /// - Parameter content: the bytes of the file.
    /// - Returns: Whether it had to be kept.
    /// - Throws: `ArchiveError`; nothing is changed then.
    public func restoreFile(
        ofResume name: RecordName, content: [UInt8]
    ) async throws(ArchiveError) -> Bool {
        do {
            let address = try await records.file(ofResume: name)
            if let address, let id = RecordingID(address), try vault.isWhole(id) { return false }
            try await add(content) { try await records.keep(file: $0, ofResume: name) }
            return true
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Puts a file into the vault and has it named; when that fails, it goes again.
    @discardableResult
    func add<Value: Sendable>(
        _ content: [UInt8], name: (_ address: String) async throws -> Value
    ) async throws -> Value {
        try await add(
            { vault in
                let writer = try vault.writer()
                try writer.append(content)
                return try writer.finish()
            }, name: name)
    }

    /// Puts a file into the vault and has it named; when that fails, it goes again.
    func add<Value: Sendable>(
        file path: String, name: (_ address: String) async throws -> Value
    ) async throws -> Value {
        try await add({ try $0.add(file: path) }, name: name)
    }

    private func add<Value: Sendable>(
        _ put: (RecordingVault) throws -> RecordingWriter.Added,
        name: (_ address: String) async throws -> Value
    ) async throws -> Value {
        // Nobody removes the file as nameless before the row is there that names it.
        let naming = try await namingLock(isShared: true)
        let address = try put(vault).id.hexadecimal
        let result: Result<Value, any Error>
        do { result = .success(try await name(address)) } catch { result = .failure(error) }
        _ = consume naming
        if case .failure = result {
            let removing = try await namingLock(isShared: false)
            _ = try await removeUnnamed([address])
            _ = consume removing
        }
        return try result.get()
    }

    /// Deletes a resume with its file. Interviews that followed it stay.
    ///
    /// - Throws: `ArchiveError.records` with `notFound`; `recordings` with `noKey`. Nothing is deleted then.
    public func deleteResume(_ name: RecordName) async throws(ArchiveError) {
        do {
            let address = try await records.file(ofResume: name)
            try await remove(files: { Set([address].compactMap(\.self)) }) {
                try await records.deleteResume(name)
            }
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Deletes a person with the resumes and their files, and the recordings that the person had written down. The interviews stay, without the person; `erase` deletes them as well.
    ///
    /// - Throws: `ArchiveError.records` with `notFound`; `recordings` with `noKey`. Nothing is deleted then.
    public func deletePerson(_ name: RecordName) async throws(ArchiveError) {
        do {
            try await remove(files: { try await records.holdings(.person(name)).files }) {
                try await records.deletePerson(name)
            }
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Deletes rows, then those of some files that nothing names any more.
    ///
    /// - Parameter files: The files, looked for while nobody names another one.
    func remove(
        files: () async throws -> Set<String>, rows: () async throws -> [String]
    ) async throws {
        let lock = try await namingLock(isShared: false)
        let addresses = try await files()
        try requireReachable(addresses)
        let note = RemovalNote(ids: [], addresses: addresses, in: self)
        try note.write()
        do { _ = try await rows() } catch {
            note.remove()
            throw error
        }
        _ = try await removeUnnamed(addresses)
        note.remove()
        _ = consume lock
    }
}
