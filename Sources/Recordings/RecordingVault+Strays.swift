extension RecordingVault {
    /// The paths of all files with names of recordings, damaged ones too.
    ///
    /// - Throws: `RecordingError.noKey`, `readFailed`.
    public func paths() throws(RecordingError) -> Set<String> { Set(try files().map(\.path)) }

    /// The paths at which some recordings stand, encrypted or not, where they are in the vault.
    ///
    /// - Throws: `RecordingError.noKey`, `wrongKey`, `damaged`, `readFailed`.
    public func paths(of ids: some Collection<RecordingID>) throws(RecordingError) -> Set<String> {
        try requireKey()
        var paths = Set(ids.map { path(plain: $0) })
        guard let keys else { return paths }
        guard let secret = try VaultSecret.read(secretPath, keys: keys) else {
            if let orphan = try files().first(where: \.isSealed) { throw secretMissing(orphan) }
            return paths
        }
        for id in ids { paths.insert(path(sealed: id, secret)) }
        return paths
    }

    /// Removes the files with names of recordings that are not among some, damaged ones too. One that says that it holds one of
    /// these under another's name stays.
    ///
    /// - Returns: How many files were removed.
    /// - Throws: What `paths(of:)` does; `writeFailed`.
    public func removeStrays(besides ids: Set<RecordingID>) throws(RecordingError) -> Int {
        let places = try paths(of: ids)
        var removed = 0
        for file in try files() where !places.contains(file.path) {
            if let id = try? reader(of: file).id, ids.contains(id) { continue }
            guard let held = try heldFile(file.path) else { continue }
            try removeFile(held)
            removed += 1
        }
        return removed
    }
}
