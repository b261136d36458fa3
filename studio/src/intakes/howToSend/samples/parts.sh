( set -e
intake=https://penstock.example/api/intake/acme/large-files
file=film.mov
work=$(mktemp -d)

# a call to Penstock, with the token; its answer is kept, and a refusal is shown
penstock() {
  curl -sS --fail-with-body -o "$work/answer" -X POST -H "x-api-key: $PENSTOCK_TOKEN" "$@" || { cat "$work/answer"; exit 1; }
}
# one member of the answer
json() {
  python3 -c 'import json, sys
value = json.load(open(sys.argv[1]))
for step in sys.argv[2:]: value = value[int(step) if isinstance(value, list) else step]
print(value)' "$work/answer" "$@"
}

# 1. ask for a plan
penstock -G "$intake/multipart-upload-request" \
  --data-urlencode "path=$file" \
  --data-urlencode "contentType=application/octet-stream" \
  --data-urlencode "contentLength=$(wc -c < "$file" | tr -d ' ')" \
  --data-urlencode "checksumAlgorithm=MD5"
upload="uploadId=$(json uploadId)&s3Key=$(json s3Key)"
size=$(json partSize)
count=$(json partCount)

# 2. send each part to a URL of its own: straight to the storage, without the token
for n in $(seq "$count"); do
  dd if="$file" of="$work/part" bs="$size" skip=$((n - 1)) count=1 2> "$work/log"
  md5=$(openssl dgst -md5 -binary "$work/part" | openssl base64)
  penstock "$intake/multipart-upload-part-urls?$upload" \
    -d "[{\"partNumber\": $n, \"size\": $(wc -c < "$work/part"), \"checksum\": \"$md5\"}]"
  curl -sS --fail-with-body -T "$work/part" -H "Content-MD5: $md5" "$(json parts 0 uploadUrl)"
  echo "part $n of $count"
done

# 3. complete: now it is a document
penstock "$intake/multipart-upload-complete?$upload" -d '{"metadata": {"customer": 4711}}'
cat "$work/answer"
rm -r "$work" )
