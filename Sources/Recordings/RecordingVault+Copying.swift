internal import Storage
internal import SystemPackage

extension RecordingVault {
    /// Writes the content of a recording into a file, decrypted, in the place of what was there. The file appears as a whole, for
    /// its owner alone.
    ///
    /// - Throws: What `open` does; `diskFull`, `writeFailed`.
    public func copy(_ id: RecordingID, to path: String) throws(RecordingError) {
        let reader = try open(id)
        let folder = FilePath(path).removingLastComponent().string
        let output: DurableOutput
        do { output = try DurableOutput(in: folder.isEmpty ? "." : folder, name: "copy") } catch {
            throw RecordingError(writing: path, error)
        }
        try reader.forEachPiece { piece throws(RecordingError) in
            do throws(Errno) { try output.append(piece) } catch { throw RecordingError(writing: path, error) }
        }
        do { try output.settle(at: path) } catch { throw RecordingError(writing: path, error) }
    }
}
