import Files
public import FoundationEssentials
public import Recordings
import Storage
import SystemPackage

extension Archive {
    /// A recording of the vault as a file that others can read, decrypted, for as long as the value is there.
    ///
    /// - Throws: `ArchiveError.recordings`: what opening the recording throws, `diskFull`, `writeFailed`.
    public func heldCopy(of id: RecordingID) throws(ArchiveError) -> HeldUpload {
        do throws(RecordingError) {
            let reader = try vault.open(id)
            let copy = try Self.writing(in: uploadFolder) { () throws(Errno) in
                try HeldUpload(in: uploadFolder)
            }
            try reader.forEachPiece { piece throws(RecordingError) in
                try Self.writing(in: uploadFolder) { () throws(Errno) in try copy.append(piece) }
            }
            return copy
        } catch { throw .recordings(error) }
    }

    private static func writing<Value>(
        in folder: String, _ work: () throws(Errno) -> Value
    ) throws(RecordingError) -> Value {
        do throws(Errno) { return try work() } catch {
            throw [.noSpace, .diskQuotaExceeded].contains(error)
                ? .diskFull(path: folder) : .writeFailed(path: folder, reason: error.description)
        }
    }

    /// Removes the files of requests and of work that nobody holds any more: their programs were killed. Half-written files of others go
    /// when they are old.
    ///
    /// - Parameter ageSeconds: from which age on those go.
    /// - Returns: How many files were removed.
    /// - Throws: `ArchiveError.storage`.
    @discardableResult
    public func removeUnheldUploads(
        olderThanSeconds ageSeconds: Double = RecordingVault.leftoverAgeSeconds, at now: Date = Date()
    ) throws(ArchiveError) -> Int {
        let manager = FileManager.default
        guard manager.fileExists(atPath: uploadFolder) else { return 0 }
        let names: [String]
        do { names = try manager.contentsOfDirectory(atPath: uploadFolder) } catch {
            throw .storage(.readFailed(path: uploadFolder, reason: StorageError.systemReason(error)))
        }
        var count = 0
        for name in names {
            let path = "\(uploadFolder)/\(name)"
            guard let attributes = try? manager.attributesOfItem(atPath: path),
                attributes[.type] as? FileAttributeType == .typeRegular
            else { continue }
            if DurableOutput.isPartial(name) {
                let changed = attributes[.modificationDate] as? Date ?? now
                guard now.timeIntervalSince(changed) >= ageSeconds else { continue }
            } else if UUID(uuidString: name) == nil {
                continue
            }
            // Whoever has it holds it.
            guard let lock = try? FileLock(path: path, options: [.noFollow]) else { continue }
            if (try? manager.removeItem(atPath: path)) != nil { count += 1 }
            _ = consume lock
        }
        return count
    }
}
