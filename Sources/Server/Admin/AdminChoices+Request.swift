public import Accounts
public import Interview
public import Storage
public import Web

extension QuestionPreferences.Mix: RequestValue {}

extension QuestionLevel: RequestValue {}

extension QuestionKind: RequestValue {}

extension InterviewState: RequestValue {}

extension ReportDecision: RequestValue {}

extension InterviewDetails.Mode: RequestValue {}

extension Job.State: RequestValue {}

extension QuestionFormat: RequestValue {}

extension AccessResource: RequestValue {}
