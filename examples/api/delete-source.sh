curl -sS --fail-with-body --request DELETE "$DRAWBRIDGE_URL/api/v1/sources/$SOURCE_ID" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
