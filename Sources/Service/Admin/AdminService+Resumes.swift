import Accounts
import Archive
public import Interview
import Recordings
public import Records

extension AdminService {
    /// A page of the resumes of people that somebody looks after, the latest first.
    ///
    /// - Parameter person: the number of the person whose they are; `nil` for all.
    /// - Throws: `ServiceError`.
    public func resumes(
        person: Int64? = nil, text: String? = nil, page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<ResumeListing> {
        let own = try organization(of: caller)
        return try await ServiceError.doing {
            try await records.resumeListings(person: person, organization: own, text: text, page: page)
        }
    }

    /// A resume with its text.
    ///
    /// - Throws: `ServiceError.notFound` also for one that belongs to others.
    public func resume(
        _ name: RecordName, for caller: Caller
    ) async throws(ServiceError) -> (listing: ResumeListing, resume: Resume) {
        try organization(of: caller)
        let listing = try await ServiceError.doing { try await records.resumeListing(name) }
        try require(listing.organization, of: caller, kind: "resume", name: name)
        let kept = try await ServiceError.doing { try await records.resume(.number(listing.number)) }
        return (listing, kept.value)
    }

    /// Deletes a resume with its file; interviews that followed it stay.
    ///
    /// - Throws: `ServiceError`.
    public func deleteResume(_ name: RecordName, by caller: Caller) async throws(ServiceError) {
        try organization(of: caller)
        let listing = try await ServiceError.doing { try await records.resumeListing(name) }
        try require(listing.organization, of: caller, kind: "resume", name: name)
        try await ServiceError.doing { try await archive.deleteResume(.number(listing.number)) }
        try await log(
            "resume.delete", .resume, listing.number, organization: listing.organization, by: caller)
    }

    /// A page of the recordings of interviews that somebody looks after, those of the latest interviews first.
    ///
    /// - Throws: `ServiceError`.
    public func recordings(
        interview: Int64? = nil, text: String? = nil, page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<RecordingListing> {
        let own = try organization(of: caller)
        return try await ServiceError.doing {
            try await records.recordingListings(
                interview: interview, organization: own, text: text, page: page)
        }
    }

    /// The recordings and files that nothing names.
    ///
    /// - Throws: `ServiceError`; `notAllowed` for whoever does not look after all.
    public func orphans(for caller: Caller) async throws(ServiceError) -> [StoredFile] {
        try requireAll(of: caller)
        return try await ServiceError.doing {
            try await archive.orphans().map {
                StoredFile(address: $0.id.hexadecimal, bytes: $0.sizeBytes, isEncrypted: $0.isEncrypted)
            }
        }
    }

    /// Removes the recordings and files that nothing names, and what crashes have left of others.
    ///
    /// - Returns: how many files were removed.
    /// - Throws: `ServiceError`; `failed` while a copy of the database stands beside it, which may name them.
    public func removeOrphans(by caller: Caller) async throws(ServiceError) -> Int {
        try requireAll(of: caller)
        let count = try await ServiceError.doing { try await archive.removeOrphans() }
        try await log(
            "recording.removeOrphans", .interview, organization: nil, by: caller, detail: "\(count) files")
        return count
    }
}
