curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/sources" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "dialect": "standard", "description": "Our gateway", "secret": "$SOURCE_SECRET" }
JSON
