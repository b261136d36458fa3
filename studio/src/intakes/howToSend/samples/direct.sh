file=scan.pdf

curl -sS --fail-with-body -H "x-api-key: $PENSTOCK_TOKEN" \
  -F "file=@$file" -F "path=$file" -F 'metadata={"customer": 4711}' \
  https://penstock.example/api/intake/acme/large-files
