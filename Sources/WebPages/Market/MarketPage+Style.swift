extension MarketPage {
    /// Readable from 320 px up, in light and dark, without any font or picture to fetch.
    static let style = """
        :root{color-scheme:light dark}
        body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
        h1{margin:.2rem 0}
        dl{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:1rem 0}
        dl div{min-width:7rem}
        dt{opacity:.8}
        dd{margin:0;font-size:1.6rem;font-variant-numeric:tabular-nums}
        figure{margin:0}
        svg{width:100%;height:auto;font:14px system-ui,sans-serif;fill:currentColor}
        .area{fill:#2a7;opacity:.2}
        .line{fill:none;stroke:#2a7;stroke-width:2}
        .axis{fill:none;stroke:currentColor}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
        th,td{padding:.3rem .6rem;border-bottom:1px solid #8886;text-align:right}
        th:first-child,td:nth-child(2),th:nth-child(2){text-align:left}
        """
}
