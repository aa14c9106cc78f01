public import Accounts
public import Web

extension AccountState: RequestValue {}

extension AuditEntry.Outcome: RequestValue {}
