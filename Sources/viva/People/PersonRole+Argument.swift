public import ArgumentParser
public import Interview

extension PersonRole: ExpressibleByArgument {}
