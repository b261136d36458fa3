"""What the fuzzer does beyond what openapi.yaml tells it: it lets real ids in, and counts what it sent.

Only values that were generated to be right are replaced, so that a wrong one is still seen to be refused.
"""

import atexit
import collections
import json
import os
import random

import schemathesis
from schemathesis.core.parameters import ParameterLocation

from world import World

OFTEN = 0.75
CHANGING = ("PUT", "PATCH", "DELETE")
COMPLETIONS = ("presigned-upload-complete", "multipart-upload-complete")

world = World(os.environ["PENSTOCK_URL"], os.environ["PENSTOCK_API_KEY"])
dice = random.Random(int(os.environ["FUZZ_SEED"]))
sent = collections.defaultdict(collections.Counter)


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """The two rules of its description that OpenAPI has no words for: what is empty or `null` counts as left out."""
    for route in raw_schema["paths"].values():
        for operation in route.values():
            for parameter in operation.get("parameters", []):
                allow_empty(parameter)
            allow_null(operation.get("requestBody", {}), raw_schema)
    for parameter in raw_schema["components"]["parameters"].values():
        allow_empty(parameter)


def allow_empty(parameter):
    if parameter.get("in") == "query" and not parameter["required"]:
        parameter["allowEmptyValue"] = True


def allow_null(node, document):
    """In every optional member of a request body, as deep as references lead."""
    if isinstance(node, list):
        for item in node:
            allow_null(item, document)
    if not isinstance(node, dict) or node.get("x-null-is-allowed"):
        return
    if "$ref" in node:
        allow_null(document["components"]["schemas"][node["$ref"].rsplit("/", 1)[1]], document)
    members = node.get("properties", {})
    for value in list(node.values()):
        allow_null(value, document)
    for name in members.keys() - set(node.get("required", []) if members else []):
        members[name] = {"anyOf": [members[name], {"type": "null"}]}
    if members:
        node["x-null-is-allowed"] = True


def is_right(case, location):
    return case.meta is None or not case.meta.is_negative_at(location)


def real_path(path, method):
    return world.victim(path) if method in CHANGING else world.real(path)


def upload_for(path):
    """A fresh one, ready to be completed, for a completion; else one of any state."""
    route = path.rsplit("/", 1)[1]
    if route in COMPLETIONS and dice.random() < OFTEN:
        return world.single() if route == COMPLETIONS[0] else world.with_part()
    if route == "multipart-upload-abort" and dice.random() < OFTEN:
        return world.receiving()
    return dice.choice(world.stock)


def put_real_things_in(case):
    path, method = case.operation.path, case.method.upper()
    parameters = case.path_parameters
    if parameters and is_right(case, ParameterLocation.PATH):
        if dice.random() < OFTEN and not path.startswith("/docs"):
            parameters.update(real_path(path, method))
        if path.startswith("/api/intake") and "uploadId" in parameters and dice.random() < OFTEN:
            parameters["uploadId"] = dice.choice(world.stock)["uploadId"]
    if parameters and method in CHANGING and world.shared() & set(map(str, parameters.values())):
        parameters.update(world.victim(path))
    query = case.query
    if query and is_right(case, ParameterLocation.QUERY):
        if "s3Key" in query and dice.random() < OFTEN:
            upload = upload_for(path)
            query.update({name: upload[name] for name in ("uploadId", "s3Key")})
            query.pop("path", None)
        if "storeId" in query and dice.random() < OFTEN:
            query["storeId"] = world.store
        if "organizationId" in query and dice.random() < OFTEN:
            query["organizationId"] = world.organization
    body = case.body
    if isinstance(body, dict) and is_right(case, ParameterLocation.BODY) and dice.random() < OFTEN:
        if method == "PUT":
            for name in ("id", "slug", "organizationId", "orgSlug", "ref", "label", "createdOn", "updatedOn", "changeSequence"):
                body.pop(name, None)
        if "knowledgeFeatureIds" in body:
            body["knowledgeFeatureIds"] = [world.vocabulary["/api/knowledge-features"]]
        if "organizationId" in body:
            body["organizationId"] = world.organization
        if "store" in body:
            body["store"] = {"id": world.store}
        if path == "/api/api-keys":
            for grant in body.get("grants", []):
                grant["organizationId"] = world.organization


@schemathesis.hook
def before_call(context, case, kwargs):
    put_real_things_in(case)


@schemathesis.hook
def after_call(context, case, response):
    sent[f"{case.operation.method.upper()} {case.operation.path}"][response.status_code] += 1


def write_counts():
    with open(os.environ["FUZZ_COUNTS"], "w", encoding="utf-8") as file:
        json.dump(sent, file)


atexit.register(write_counts)
