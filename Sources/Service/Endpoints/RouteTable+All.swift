extension RouteTable {
    /// Every route of the service.
    static let all = RouteTable(
        PageEndpoints.all + SystemEndpoints.all + LogEndpoints.all + PartyEndpoints.all + CatalogueEndpoints.all
            + MoneyEndpoints.all + AccountEndpoints.all + ProgrammeEndpoints.all + OfferEndpoints.all
            + DemandEndpoints.all + FillEndpoints.all + MarketEndpoints.all + LeaseEndpoints.all
            + StatementEndpoints.all + ClockEndpoints.all + BatchEndpoints.all + SafetyEndpoints.all
            + QuoteEndpoints.all)
}
