// Registers the bot and opens it to Teams. It can be used alone, for an assistant that runs outside of Azure.

param name string

@maxLength(42)
param displayName string

@description('The host that Teams calls, for example golden-rule.example.gov.uk')
param host string

@description('The resource id of the user-assigned identity')
param identityId string

param clientId string
param tenantId string

resource registration 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: displayName
    endpoint: 'https://${host}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: clientId
    msaAppTenantId: tenantId
    msaAppMSIResourceId: identityId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: registration
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}
