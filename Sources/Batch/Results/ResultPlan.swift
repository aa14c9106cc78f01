public import Audio
import FoundationEssentials

/// Which recordings of a batch are to be heard, given what is there already.
public struct ResultPlan: Sendable {
    /// What happens with results that are there.
    public enum Existing: Sendable, Hashable {
        /// They end the batch before it begins.
        case refused
        /// They are replaced.
        case replaced
        /// Complete ones are kept, others that the manifest knows are replaced.
        case resumed
    }

    /// What to hear.
    public private(set) var jobs: [BatchJob] = []
    /// Recordings whose results are complete.
    public private(set) var kept: [BatchJob] = []

    /// What the results of the jobs to hear are called; of channels that are heard one by one, the first one's.
    public private(set) var names: [String] = []

    /// How many paths a refusal names.
    static let limitNamed = 3

    /// A plan for jobs whose results have these formats.
    ///
    /// - Throws: `BatchError.resultsExist`.
    public init(
        _ jobs: [BatchJob], formats: [OutputFormat], channels: ChannelSelection, existing: Existing,
        folder: OutputFolder, manifest: Manifest
    ) throws(BatchError) {
        var inTheWay: [String] = []
        for job in jobs {
            let names = Self.names(job, formats: formats, channels: channels)
            let entry = manifest.entries[job.recording]
            if existing == .resumed, let entry, Self.isComplete(entry, job, names, in: folder) {
                kept.append(job)
                continue
            }
            if existing == .refused || existing == .resumed && entry == nil {
                inTheWay += names.filter(folder.holds)
            }
            self.jobs.append(job)
            self.names += names
        }
        let inputs = Set(jobs.map(\.recording.absolutePath))
        let working = FileManager.default.currentDirectoryPath
        for name in names {
            let path = PathName.absolute(folder.path + "/" + name, in: working)
            guard !inputs.contains(path) else {
                throw .outputFailed(
                    path: path, reason: "it is one of the recordings; write to another folder")
            }
        }
        guard inTheWay.isEmpty else {
            let named = inTheWay.prefix(Self.limitNamed).map { folder.path + "/" + $0 }
            throw .resultsExist(paths: named, count: inTheWay.count)
        }
    }

    /// The names that a recording's results have. Of a recording whose channels are heard one by one, those of the
    /// first channel: there always is one.
    static func names(
        _ job: BatchJob, formats: [OutputFormat], channels: ChannelSelection
    ) -> [String] {
        let channel: Channel? =
            switch channels {
            case .mix: nil
            case .left, .split: .channel(0)
            case .right: .channel(1)
            }
        return formats.map { BatchJob.resultName(job.stem, channel: channel?.label, format: $0) }
    }

    private static func isComplete(
        _ entry: ManifestEntry, _ job: BatchJob, _ names: [String], in folder: OutputFolder
    ) -> Bool {
        guard entry.status == .done, entry.settings == job.settings, let identity = job.identity,
            entry.inputIdentity == identity
        else { return false }
        return Set(names).isSubset(of: entry.outputs) && entry.outputs.allSatisfy(folder.holds)
            && !entry.outputs.contains(where: folder.holdsUnsettled)
    }
}
