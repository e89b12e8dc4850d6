#!/usr/bin/env python3
"""Writes openapi.json, the interface's description, from the tables of this folder.

Run it after a change:  python3 openapi/generate.py
A test of the service fails where the file differs from the server: routes, seats, statuses, codes, properties.
"""
import json
import pathlib

from operations import OPERATIONS, STATUS_OF_CODE
from schemas import SCHEMAS

HERE = pathlib.Path(__file__).parent
TITLES = {
    200: "Done.", 201: "Done, and something was made.", 400: "The request is not well formed.",
    401: "No valid key.", 403: "Not for this key.", 404: "There is no such thing, or it is not yours.",
    408: "The body did not arrive in time.", 409: "Not in this state.", 413: "The body is too large.", 429: "Too often.",
    415: "The body is not JSON.", 422: "A value is not allowed.", 500: "A fault of ours.", 503: "Not now.",
}
HEADERS = {
    "Suanli-Sequence": {
        "description": "The last record that the answer reflects.",
        "schema": {"type": "integer", "format": "int64", "minimum": 0, "maximum": 2**63 - 1},
    }
}


def reference(name):
    return {"$ref": f"#/components/schemas/{name}"}


def parameters(operation):
    found = []
    for name in operation["path_names"]:
        found.append({"name": name, "in": "path", "required": True, "schema": operation["path_schemas"][name]})
    for name in sorted(operation["query"]):
        found.append(
            {"name": name, "in": "query", "required": name in operation["required_query"],
             "schema": operation["query"][name]})
    if operation["key"]:
        found.append({
            "name": "Idempotency-Key", "in": "header", "required": True,
            "description": "Names this request; a repetition under it has no second effect and the same answer. "
                           "It never expires.",
            "schema": {"type": "string", "pattern": "^[!-~]{1,128}$", "maxLength": 128}})
    return found


def problems(codes):
    """One response for each status, with the codes that it may carry."""
    by_status = {}
    for code in codes:
        by_status.setdefault(STATUS_OF_CODE[code], []).append(code)
    return {
        str(status): {
            "description": TITLES[status],
            "content": {"application/problem+json": {"schema": {
                "allOf": [reference("Problem")],
                "properties": {"code": {"enum": sorted(listed)}, "status": {"const": status}}}}},
        }
        for status, listed in sorted(by_status.items())
    }


def success(operation):
    kind, schema = operation["answer"]
    response = {"description": TITLES[operation["status"]], "content": {kind: {"schema": schema}}}
    if operation["sequence"]:
        response["headers"] = HEADERS
    return {str(operation["status"]): response}


def described(operation):
    item = {
        "operationId": operation["id"], "summary": operation["summary"], "tags": [operation["tag"]],
        "x-seats": operation["seats"],
        "security": [{"key": []}] if operation["seats"] else [],
        "parameters": parameters(operation),
        "responses": {**success(operation), **problems(operation["codes"])},
    }
    if operation["body"]:
        item["requestBody"] = {
            "required": True, "content": {"application/json": {"schema": reference(operation["body"])}}}
    return item


def document():
    paths = {}
    for operation in OPERATIONS:
        paths.setdefault(operation["path"], {})[operation["method"]] = described(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Suanli Exchange", "version": "1",
            "description": "Trade compute capacity, paid with compute vouchers. Money is in fen, prices in micro-yuan "
                           "per unit-hour with VAT, quantities in milli-units, times in UTC. Programs go by the code "
                           "of a problem; sentences may change."},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": {**SCHEMAS, "Problem": {**SCHEMAS["Problem"]}},
        },
        "x-status-of-code": dict(sorted(STATUS_OF_CODE.items())),
    }


def main():
    text = json.dumps(document(), ensure_ascii=False, indent=1) + "\n"
    (HERE / "openapi.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
