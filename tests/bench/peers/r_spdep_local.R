# Local statistics of R's spdep: VALUES.bin (doubles, a whole grid row by row) COLUMNS ROWS PERMUTATIONS gi|moran
if (!requireNamespace("spdep", quietly = TRUE)) {
  cat("peer=R_spdep absent=r-cran-spdep\n")
  quit(status = 0)
}
suppressPackageStartupMessages(library(spdep))
arguments <- commandArgs(trailingOnly = TRUE)
values <- readBin(arguments[1], "double", file.size(arguments[1]) / 8)
neighbours <- cell2nb(as.integer(arguments[2]), as.integer(arguments[3]), type = "queen")
permutations <- as.integer(arguments[4])
set.seed(1)
if (arguments[5] == "gi") {
  weights <- nb2listw(include.self(neighbours), style = "B")
  seconds <- system.time(found <- localG_perm(values, weights, nsim = permutations))[["elapsed"]]
  folded <- attr(found, "internals")[, "Pr(folded) Sim"]
} else {
  weights <- nb2listw(neighbours, style = "W")
  seconds <- system.time(found <- localmoran_perm(values, weights, nsim = permutations))[["elapsed"]]
  folded <- found[, "Pr(folded) Sim"]
}
cat(sprintf("peer=R_spdep_%s_%s seconds=%.6f cells=%d at_5_percent=%d\n", packageVersion("spdep"), arguments[5], seconds,
            length(values), sum(folded <= 0.025)))
