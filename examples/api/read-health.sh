curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/health"
