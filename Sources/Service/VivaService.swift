public import Archive
import Practice

/// What can be done with interviews: the one set of actions that every interface and the command call.
public struct VivaService: Sendable {
    /// Where interviews are kept.
    public let archive: Archive
    /// Questions of banks as they were last read.
    let bankShelf = BankShelf()
    /// What interviews are held with.
    public let tools: InterviewTools
    let shelf = ResultShelf()
    /// In which interviews an answer to the question at hand is being taken.
    let respondents = Respondents()
    /// Passed by requests that read what was sent: each takes a processor or a program of its own.
    let gate: WorkGate
    /// What is done in the background, once it is run.
    public let jobs: JobQueue

    /// A service on an archive.
    public init(archive: Archive, tools: InterviewTools = InterviewTools()) {
        self.archive = archive
        self.tools = tools
        gate = WorkGate(limit: tools.filesAtOnce, waiting: tools.filesWaiting)
        let work = JobWork(archive: archive, tools: tools)
        jobs = JobQueue(
            records: archive.records, limits: tools.jobs, notice: tools.equipment.notice,
            tidy: { await work.tidy() }, perform: { await work.perform($0) })
    }

    /// Does something, and tells what fails as the service does.
    func attempt<Value>(_ work: () async throws -> Value) async throws(ServiceError) -> Value {
        do { return try await work() } catch { throw ServiceError(error) }
    }
}
