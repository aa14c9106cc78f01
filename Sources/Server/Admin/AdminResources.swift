import Service

/// All that admins look after, in the order of the pages.
enum AdminResources {
    static func all(_ admin: AdminService) -> [AdminResource] {
        [
            AdminOrganizations.resource(admin), AdminPeople.resource(admin), AdminAccounts.resource(admin),
            AdminInvitations.resource(admin), AdminInterviews.resource(admin), AdminBanks.resource(admin),
            AdminQuestions.resource(admin), AdminTemplates.resource(admin), AdminResumes.resource(admin),
            AdminRecordings.resource(admin), AdminConversations.resource(admin),
            AdminReports.resource(admin), AdminJobs.resource(admin), AdminAudit.resource(admin),
        ]
    }
}
