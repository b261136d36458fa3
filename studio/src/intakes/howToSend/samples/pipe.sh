tar c photos/ | ./penstock upload - --path photos.tar --server https://penstock.example --intake acme/large-files
