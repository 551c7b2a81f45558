# HDBSCAN* of R's dbscan: POINTS.bin (doubles, x y x y ...) MIN_POINTS. Its time grows with the square of the points.
if (!requireNamespace("dbscan", quietly = TRUE)) {
  cat("peer=R_hdbscan absent=r-cran-dbscan\n")
  quit(status = 0)
}
arguments <- commandArgs(trailingOnly = TRUE)
values <- readBin(arguments[1], "double", file.size(arguments[1]) / 8)
points <- matrix(values, ncol = 2, byrow = TRUE)
seconds <- system.time(found <- dbscan::hdbscan(points, minPts = as.integer(arguments[2])))[["elapsed"]]
cat(sprintf("peer=R_hdbscan_%s seconds=%.6f clusters=%d noise=%d\n", packageVersion("dbscan"), seconds,
            max(found$cluster), sum(found$cluster == 0)))
