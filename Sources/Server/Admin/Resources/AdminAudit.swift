import Accounts
import FoundationEssentials
import Records
import Service
import Web

/// The log of what was done, for admins; nobody changes it.
enum AdminAudit {
    private static let account = AdminFields.number("account_id", "Only what this account did.")
    private static let action = RequestField<String?>(
        optional: "action", "Only this action, such as `account.add`.", schema: .text(length: 1...100))
    private static let ofResource = RequestField<AccessResource?>(
        optional: "resource", "Only with things of this sort.")
    private static let outcome = RequestField<AuditEntry.Outcome?>(
        optional: "outcome", "Only what ended so.")

    private static let row = ReplyForm<AuditLine>(
        "AdminAuditLine",
        [
            ReplyField("line", "Its number.") { $0.number },
            ReplyField("at", "When.") { $0.entry.date },
            ReplyField("account_id", "The number of the account that did it.") { $0.entry.account },
            ReplyField("username", "The name that it signs in with now.") { $0.login },
            ReplyField("action", "What was done.") { $0.entry.action.rawValue },
            ReplyField("resource", "With what sort of thing.", schema: AccessResource.requestSchema) {
                $0.entry.resource.rawValue
            },
            ReplyField("number", "The number of that thing.") { $0.entry.number },
            ReplyField("outcome", "How it ended.", schema: AuditEntry.Outcome.requestSchema) {
                $0.entry.outcome.rawValue
            },
            ReplyField("address", "The address of the network that it came from.") { $0.entry.address },
            ReplyField("detail", "A few words more.") { $0.entry.detail },
        ])

    static func resource(_ admin: AdminService) -> AdminResource {
        AdminResource(
            "audit", title: "Log", noun: "line of the log",
            about: "What was done with accounts and by admins.", row: row,
            columns: [
                "at", "username", "account_id", "action", "resource", "number", "outcome", "address",
                "detail",
            ], filters: [account, action, ofResource, outcome], label: { "\($0.number)" },
            list: { values, caller in
                var filter = AuditFilter(
                    account: values[account], action: values[action].map { AuditAction(rawValue: $0) },
                    resource: values[ofResource], outcome: values[outcome])
                filter.text = values.search
                return try await admin.administration.log(filter, page: values.page, for: caller)
            }, detail: AdminDetail<AuditLine>?.none)
    }
}
