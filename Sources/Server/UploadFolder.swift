import FoundationEssentials

/// Where files of forms are until their requests are answered.
enum UploadFolder {
    /// After how many seconds a file belongs to no request any more.
    static let limitSeconds = 86_400.0

    /// Removes the files that a server left when it was ended in the middle of a request. Another server may use the folder, so younger files
    /// stay.
    static func tidy(_ folder: String, at now: Date = Date()) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where UUID(uuidString: name) != nil {
            let path = "\(folder)/\(name)"
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
                let changed = attributes[.modificationDate] as? Date,
                now.timeIntervalSince(changed) > limitSeconds
            else { continue }
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
