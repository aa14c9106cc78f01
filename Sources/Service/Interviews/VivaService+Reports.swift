public import Accounts
import Archive
import Interview
import PDF
public import Recordings
public import Records
public import Reports

extension VivaService {
    /// Makes the report of an interview as PDF and keeps it. Of one that others hold it says nothing of what is expected of answers before it
    /// is completed.
    ///
    /// - Throws: `ServiceError`.
    public func makeReport(
        of name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> KeptReport {
        try await attempt {
            let sheet = try await sheet(name, to: .read, for: requester)
            try requireReport(.create, of: sheet, for: requester)
            // It is kept, and its candidate may read it.
            let isExamination = sheet.interview.details.isHeldByOthers && sheet.interview.state != .completed
            let kept = isExamination ? sheet.kept.withoutExpectations : sheet.kept
            let report = try await archive.report(of: kept, resources: tools.resources, now: tools.now)
            let file = try PDFReport(report).file()
            return try await archive.keepReport(
                of: .number(sheet.number), content: file.bytes, at: tools.now)
        }
    }

    /// What a report of an interview says.
    ///
    /// - Throws: `ServiceError`.
    public func report(
        of name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> InterviewReport {
        try await attempt {
            let sheet = try await sheet(name, to: .read, for: requester)
            try requireReport(.read, of: sheet, for: requester)
            return try await archive.report(of: sheet.kept, resources: tools.resources, now: tools.now)
        }
    }

    /// A report that was made.
    ///
    /// - Throws: `ServiceError.notFound` also for one that may not be seen.
    public func report(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> KeptReport {
        try await attempt {
            let report = try await archive.records.report(name)
            do {
                let sheet = try await sheet(.number(report.interview), to: .read, for: requester)
                try requireReport(.read, of: sheet, for: requester)
            } catch { throw ServiceError.notFound(kind: "report", name: "\(name)") }
            return report
        }
    }

    /// The PDF of a report, open to be read in parts.
    ///
    /// - Throws: `ServiceError`; `notFound` when none was kept.
    public func reader(
        ofReport name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> RecordingReader {
        let report = try await report(name, for: requester)
        return try await attempt {
            guard let address = report.file, let id = RecordingID(address) else {
                throw ServiceError.notFound(kind: "file of the report", name: "\(name)")
            }
            return try archive.vault.open(id)
        }
    }

    /// A page of the reports of an interview, or of all that somebody may see, the latest first.
    ///
    /// - Throws: `ServiceError.notFound` for an interview that is not there or may not be seen.
    public func reports(
        of name: RecordName?, page: PageRequest, for requester: Requester
    ) async throws(ServiceError) -> RecordsPage<KeptReport> {
        try await attempt {
            let number: Int64? =
                if let name { try await session(name, for: requester).number } else { nil }
            return try await archive.records.reports(
                of: number, reach: reach(of: requester, .read, .report), page: page)
        }
    }

    private func requireReport(
        _ action: AccessAction, of sheet: InterviewSheet, for requester: Requester
    ) throws(ServiceError) {
        let scope = AccessTable.scope(of: requester, action, .report)
        guard requester.reaches(sheet.interview.details, by: scope) else {
            throw .notAllowed(reason: "The reports of interview \(sheet.number) are not for you.")
        }
    }
}
