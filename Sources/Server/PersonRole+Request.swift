public import Interview
public import Web

extension PersonRole: RequestValue {}
