import base64, hashlib, json, os, sys
import urllib.error, urllib.parse, urllib.request
from concurrent.futures import ThreadPoolExecutor

INTAKE = "https://penstock.example/api/intake/acme/large-files"
FILE = "film.mov"


def call(route, query, body=None):
    request = urllib.request.Request(
        f"{INTAKE}/{route}?{urllib.parse.urlencode(query)}", method="POST",
        headers={"x-api-key": os.environ["PENSTOCK_TOKEN"], "Content-Type": "application/json"},
        data=None if body is None else json.dumps(body).encode())
    try:
        with urllib.request.urlopen(request, timeout=900) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refusal:
        sys.exit(refusal.read().decode())


# 1. ask for a plan
length = os.path.getsize(FILE)
plan = call("multipart-upload-request", {
    "path": FILE, "contentType": "application/octet-stream", "contentLength": length, "checksumAlgorithm": "MD5"})
upload = {"uploadId": plan["uploadId"], "s3Key": plan["s3Key"]}


# 2. send each part to a URL of its own: straight to the storage, without the token
def send(number):
    with open(FILE, "rb") as file:
        file.seek((number - 1) * plan["partSize"])
        part = file.read(plan["partSize"])
    checksum = base64.b64encode(hashlib.md5(part).digest()).decode()
    [target] = call("multipart-upload-part-urls", upload, [
        {"partNumber": number, "size": len(part), "checksum": checksum}])["parts"]
    urllib.request.urlopen(urllib.request.Request(
        target["uploadUrl"], method="PUT", headers=target["requiredHeaders"], data=part), timeout=300).close()
    print(f"part {number} of {plan['partCount']}")


with ThreadPoolExecutor(4) as workers:
    list(workers.map(send, range(1, plan["partCount"] + 1)))

# 3. complete: now it is a document
document = call("multipart-upload-complete", upload, {"metadata": {"customer": 4711}})
print(document["id"], document["contentObjects"][0]["verified"])
