"""Real things for the fuzzer to meet: an organization, a store, an intake, uploads in every state, documents.

Whatever the fuzzer may change or delete is made for that one call; what all calls share is never given to it.
"""

import json
import os
import urllib.error
import urllib.parse
import urllib.request

BYTES = b"penstock " * 64
SLUG = "fuzz-org"
VOCABULARY = ("/api/labels", "/api/document-statuses", "/api/knowledge-features")
INTAKE = f"/api/intake/{SLUG}/large-files"
OPEN_UPLOADS = 1_000_000
PATIENCE = 30


def send(method, url, key=None, body=None):
    """Status, headers and bytes of an answer, a refusal as well."""
    headers = {"x-api-key": key} if key else {}
    if body is not None and not isinstance(body, bytes):
        body, headers["Content-Type"] = json.dumps(body).encode(), "application/json"
    request = urllib.request.Request(url, body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read()


class World:
    def __init__(self, url, key):
        self.url, self.key, self.made = url, key, 0
        self.organization = self.find_or_make("/api/organizations", SLUG, {"name": "Fuzzing"})
        self.store = self.find_or_make(
            "/api/document-stores", "fuzz-store", {"organizationId": self.organization, "name": "Fuzzing"})
        self.intake = self.find_or_make("/api/intakes", "large-files", self.intake_settings())
        self.vocabulary = {path: self.word(path) for path in VOCABULARY}
        self.token_id, self.token = self.make_token(self.intake)
        self.family = self.completed()["documentFamilyId"]
        self.own_keys = {key["id"] for key in self.get("/api/api-keys?limit=1000")["content"]}
        self.stock = [self.receiving(), self.with_part(), self.single(), self.aborted(), self.completed()]

    def intake_settings(self):
        return {"name": "Fuzzing", "store": {"id": self.store}, "active": True, "largeUploadEnabled": True,
                "maxOpenUploads": OPEN_UPLOADS}

    def key_settings(self, name):
        return {"name": name, "grants": [{"organizationId": self.organization, "permissions": ["store:read"]}]}

    def shared(self):
        """Ids that no call may change or delete."""
        return {self.organization, self.store, self.intake, self.token_id} | set(self.vocabulary.values()) | self.own_keys

    def call(self, method, path, body=None):
        status, _, answer = send(method, self.url + path, self.key, body)
        if status >= 300:
            raise AssertionError(f"{method} {path.split('?')[0]}: {status} {answer[:300]!r}")
        return json.loads(answer) if answer else {}

    def get(self, path):
        return self.call("GET", path)

    def find_or_make(self, path, slug, fields):
        cursor = ""
        while True:
            page = self.get(f"{path}?limit=1000{cursor}")
            for thing in page["content"]:
                if thing["slug"] == slug:
                    return thing["id"]
            if "nextCursor" not in page:
                return self.call("POST", path, {"slug": slug, **fields})["id"]
            cursor = "&cursor=" + urllib.parse.quote(page["nextCursor"])

    def name(self):
        self.made += 1
        return f"made-{os.getpid()}-{self.made}"

    def word(self, path):
        """A new label, status or feature."""
        name = self.name()
        slug = {} if path == "/api/labels" else {"slug": name}
        return self.call("POST", path, {"organizationId": self.organization, "name": name, **slug})["id"]

    def victim(self, path):
        """Path parameters of something new, for a route that changes or deletes it."""
        name = self.name()
        if path.startswith("/api/organizations"):
            return {"id": self.call("POST", "/api/organizations", {"slug": name, "name": name})["id"]}
        if path.startswith("/api/document-stores"):
            fields = {"organizationId": self.organization, "slug": name, "name": name}
            return {"id": self.call("POST", "/api/document-stores", fields)["id"]}
        if path.startswith(VOCABULARY):
            return {"id": self.word(path.removesuffix("/{id}"))}
        if path.startswith("/api/api-keys"):
            return {"id": self.call("POST", "/api/api-keys", self.key_settings(name))["id"]}
        if path.endswith("{tokenId}"):
            return {"id": self.intake, "tokenId": self.make_token(self.intake)[0]}
        return {"id": self.call("POST", "/api/intakes", {"slug": name, **self.intake_settings()})["id"]}

    def real(self, path):
        """Path parameters of something that is there, for a route that reads it or adds to it."""
        if path.startswith("/api/intake/"):
            return {"orgSlug": SLUG, "intakeSlug": "large-files"}
        if path.startswith("/api/document-families"):
            return {"id": self.family}
        if path.startswith(VOCABULARY):
            return {"id": self.vocabulary[path.removesuffix("/{id}")]}
        if path.startswith("/api/api-keys"):
            return {"id": min(self.own_keys)}
        if path.startswith("/api/organizations"):
            return {"id": self.organization}
        return {"id": self.store if path.startswith("/api/document-stores") else self.intake}

    def make_token(self, intake):
        made = self.call("POST", f"/api/intakes/{intake}/tokens", {"name": self.name()})
        return made["id"], made["token"]

    def begin(self, route, length):
        query = {"path": f"fuzz/{self.name()}.bin", "contentType": "application/octet-stream", "contentLength": length}
        upload = self.call("POST", f"{INTAKE}/{route}?{urllib.parse.urlencode(query)}")
        return {"uploadId": upload["uploadId"], "s3Key": upload["s3Key"], "uploadUrl": upload.get("uploadUrl")}

    def receiving(self):
        return self.begin("multipart-upload-request", len(BYTES))

    def single(self):
        upload = self.begin("presigned-upload-request", len(BYTES))
        send("PUT", upload["uploadUrl"], body=BYTES)
        return upload

    def with_part(self):
        upload = self.receiving()
        urls = self.call("POST", f"{INTAKE}/multipart-upload-part-urls?{query_of(upload)}", [1])
        send("PUT", urls["parts"][0]["uploadUrl"], body=BYTES)
        return upload

    def aborted(self):
        upload = self.receiving()
        self.call("POST", f"{INTAKE}/multipart-upload-abort?{query_of(upload)}")
        return upload

    def completed(self):
        upload = self.with_part()
        family = self.call("POST", f"{INTAKE}/multipart-upload-complete?{query_of(upload)}")
        return {**upload, "documentFamilyId": family["id"]}


def query_of(upload):
    return urllib.parse.urlencode({name: upload[name] for name in ("uploadId", "s3Key")})
