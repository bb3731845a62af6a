curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/operator/merchants/$MERCHANT_ID/invitations" \
  --header "Authorization: Bearer $DRAWBRIDGE_OPERATOR_KEY" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "role": "developer", "identity": { "kind": "email", "value": "dev@shop.example" } }
JSON
