"""`mpl_toolkits`: what old notebooks import beside matplotlib."""
