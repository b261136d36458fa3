./penstock upload -r photos/ --server https://penstock.example --intake acme/large-files
