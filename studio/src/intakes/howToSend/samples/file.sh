./penstock upload film.mov --server https://penstock.example --intake acme/large-files
