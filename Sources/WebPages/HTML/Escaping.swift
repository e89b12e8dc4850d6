/// Text made safe between tags and within quoted attributes.
func escaped(_ text: some CustomStringConvertible) -> String {
    var result = ""
    for scalar in text.description.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
