curl -sS --fail-with-body "$DRAWBRIDGE_URL/.well-known/jwks.json"
