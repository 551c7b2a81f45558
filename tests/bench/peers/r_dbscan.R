# DBSCAN of R's dbscan: POINTS.bin (doubles, x y x y ...) REACH CORE_SIZE
if (!requireNamespace("dbscan", quietly = TRUE)) {
  cat("peer=R_dbscan absent=r-cran-dbscan\n")
  quit(status = 0)
}
arguments <- commandArgs(trailingOnly = TRUE)
values <- readBin(arguments[1], "double", file.size(arguments[1]) / 8)
points <- matrix(values, ncol = 2, byrow = TRUE)
seconds <- system.time(
  found <- dbscan::dbscan(points, eps = as.numeric(arguments[2]), minPts = as.integer(arguments[3]))
)[["elapsed"]]
cat(sprintf("peer=R_dbscan_%s seconds=%.6f clusters=%d noise=%d\n", packageVersion("dbscan"), seconds,
            max(found$cluster), sum(found$cluster == 0)))
