"""`python -m bench.train`: every table and model of the engine anew. Needs scikit-learn, which the product does not."""

from bench.train import forecast, idf, linear, pairs

for part in (idf, pairs, linear, forecast):
    part.main()
